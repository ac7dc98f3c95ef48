// SPDX-License-Identifier: Apache-2.0
// libpq, PostgreSQL's own C client (Debian's libpq-dev), and what Linux has for waiting on sockets.
#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
