// SPDX-License-Identifier: Apache-2.0
// The C interface of COIN-OR's CLP, the linear programming solver of Debian's coinor-libclp-dev.
#include "Clp_C_Interface.h"
