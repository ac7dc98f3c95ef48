// SPDX-License-Identifier: Apache-2.0
//
// Asks a service as fast as it answers, or at a fixed rate, and tells how long the answers took.
//
//   load PORT TOKENS LINES CONNECTIONS SECONDS [RATE]
//
// TOKENS: a file with one token a line; connection n signs in with line n modulo their number. LINES: a file with one
// JSON-RPC request a line, each sent once, in order; connection n takes the lines n, n + CONNECTIONS, …, one at a time.
// RATE: requests a second over all connections; latency then counts from when a request was due.
//
// Prints one line: answers, errors, seconds, and the 50th, 99th percentile and the largest latency in microseconds.
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void die(const char *what) {
  perror(what);
  exit(69);
}

struct file {
  char **lines;
  size_t *lengths, count;
};

static struct file read_lines(const char *path) {
  struct file file = {0};
  FILE *input = fopen(path, "r");
  if (!input) die(path);
  char *line = NULL;
  size_t room = 0, most = 0;
  ssize_t length;
  while ((length = getline(&line, &room, input)) > 0) {
    if (file.count == most) {
      most = most ? most * 2 : 1024;
      file.lines = realloc(file.lines, most * sizeof(char *));
      file.lengths = realloc(file.lengths, most * sizeof(size_t));
    }
    file.lines[file.count] = line;
    file.lengths[file.count++] = length;
    line = NULL;
    room = 0;
  }
  fclose(input);
  return file;
}

struct connection {
  int socket;
  size_t next;
  double due;
  int waiting;
  char *held;
  size_t length, room;
};

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void put(int socket, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = write(socket, bytes, length);
    if (sent < 0) {
      if (errno == EAGAIN) {
        struct pollfd wait = {socket, POLLOUT, 0};
        poll(&wait, 1, -1);
        continue;
      }
      die("write");
    }
    bytes += sent;
    length -= sent;
  }
}

int main(int count, char **words) {
  if (count < 6) {
    fputs("load PORT TOKENS LINES CONNECTIONS SECONDS [RATE]\n", stderr);
    return 64;
  }
  struct file tokens = read_lines(words[2]), lines = read_lines(words[3]);
  size_t connections = atoi(words[4]);
  double seconds = atof(words[5]), rate = count > 6 ? atof(words[6]) : 0;
  struct connection *all = calloc(connections, sizeof *all);
  int events = epoll_create1(0);
  for (size_t n = 0; n < connections; n++) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(words[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int one = 1, link = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(link, (struct sockaddr *)&address, sizeof address) < 0) die("connect");
    setsockopt(link, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    char *token = strdup(tokens.lines[n % tokens.count]);
    token[strcspn(token, "\n")] = 0;
    char open[512], answer[8192];
    int length = snprintf(
        open, sizeof open,
        "{\"id\":0,\"jsonrpc\":\"2.0\",\"method\":\"session.open\",\"params\":{\"protocol\":\"elsec/1\",\"token\":\"%s\"}}\n",
        token);
    put(link, open, length);
    ssize_t got = 0, more;
    do {
      more = read(link, answer + got, sizeof answer - got - 1);
      if (more <= 0) die("sign in");
      got += more;
    } while (answer[got - 1] != '\n');
    answer[got] = 0;
    if (strstr(answer, "\"error\"")) {
      fputs(answer, stderr);
      return 77;
    }
    all[n] = (struct connection){.socket = link, .next = n, .room = 1 << 16, .held = malloc(1 << 16)};
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = n};
    epoll_ctl(events, EPOLL_CTL_ADD, link, &event);
  }

  size_t answers = 0, errors = 0, most = 1 << 20;
  double *latencies = malloc(most * sizeof(double)), began = now(), end = began + seconds;
  for (size_t n = 0; n < connections; n++) all[n].due = rate > 0 ? began + n / rate : began;
  size_t busy = 0;
  for (;;) {
    double moment = now(), soonest = end;
    for (size_t n = 0; n < connections && moment < end; n++) {
      struct connection *c = &all[n];
      if (c->waiting || c->next >= lines.count) continue;
      if (rate > 0 && c->due > moment) {
        if (c->due < soonest) soonest = c->due;
        continue;
      }
      if (rate <= 0) c->due = moment;
      put(c->socket, lines.lines[c->next], lines.lengths[c->next]);
      c->next += connections;
      c->waiting = 1;
      busy++;
    }
    if (busy == 0 && moment >= end) break;
    if (moment > end + 10) break;
    struct epoll_event ready[64];
    double left = (moment < end ? soonest : end + 10) - moment;
    int some = epoll_wait(events, ready, 64, left < 0 ? 0 : (rate > 0 && left < 0.002 ? 0 : (int)(left * 1000)));
    for (int i = 0; i < some; i++) {
      struct connection *c = &all[ready[i].data.u64];
      ssize_t got = read(c->socket, c->held + c->length, c->room - c->length);
      if (got <= 0) die("the service closed a connection");
      c->length += got;
      if (c->length == c->room) c->held = realloc(c->held, c->room *= 2);
      if (c->held[c->length - 1] != '\n') continue;
      c->held[c->length] = 0;
      if (!strncmp(c->held, "{\"error\"", 8)) {
        if (errors++ == 0) fprintf(stderr, "%.300s\n", c->held);
      }
      c->length = 0;
      if (answers == most) latencies = realloc(latencies, (most *= 2) * sizeof(double));
      double at = now();
      latencies[answers++] = at - c->due;
      c->waiting = 0;
      busy--;
      if (rate > 0) c->due += connections / rate;
    }
  }
  double took = now() - began;
  qsort(latencies, answers, sizeof(double), compare);
  if (answers == 0) return 1;
  printf("%zu %zu %.3f %.0f %.0f %.0f\n", answers, errors, took, latencies[answers / 2] * 1e6,
         latencies[(size_t)(answers * 0.99)] * 1e6, latencies[answers - 1] * 1e6);
  return errors > 0;
}
