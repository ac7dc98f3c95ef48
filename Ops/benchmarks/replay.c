// SPDX-License-Identifier: Apache-2.0
//
// Runs recorded transactions again over libpq in pipeline mode, with prepared statements: what a client could do at best
// with the same statements and values.
//
//   replay URL FILE [AREA-SETTING]
//
// FILE holds records ended by byte 0x1E, each a statement and its values, parted by 0x1F; a NULL is the byte 0x00.
// Prints the seconds from the first statement to the last answer.
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static PGconn *link;

static void fail(const char *what) {
  fprintf(stderr, "replay: %s: %s\n", what, PQerrorMessage(link));
  exit(1);
}

static char *statements[4096];
static int kept;

// The number of a statement, prepared when it is first met.
static int number(const char *statement, int values) {
  for (int n = 0; n < kept; n++)
    if (!strcmp(statements[n], statement)) return n;
  char name[16];
  snprintf(name, sizeof name, "s%d", kept);
  if (!PQsendPrepare(link, name, statement, values, NULL)) fail("prepare");
  statements[kept] = strdup(statement);
  return kept++;
}

static int drain(void) {
  int syncs = 0;
  for (;;) {
    PGresult *result = PQgetResult(link);
    if (!result) {
      result = PQgetResult(link);
      if (!result) return syncs;
    }
    ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_FATAL_ERROR || status == PGRES_PIPELINE_ABORTED) {
      fprintf(stderr, "replay: %s", PQresultErrorMessage(result));
      exit(1);
    }
    PQclear(result);
    if (status == PGRES_PIPELINE_SYNC) return 1;
  }
}

int main(int count, char **words) {
  if (count < 3) return 64;
  FILE *file = fopen(words[2], "rb");
  if (!file) return 69;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = malloc(size + 1);
  if (fread(bytes, 1, size, file) != (size_t)size) return 69;
  bytes[size] = 0;
  link = PQconnectdb(words[1]);
  if (PQstatus(link) != CONNECTION_OK) fail("connect");
  PQclear(PQexec(link, "SET search_path = elsec"));
  if (!PQenterPipelineMode(link)) fail("pipeline");
  double began = now();
  char *at = bytes, *end = bytes + size;
  while (at < end) {
    char *stop = memchr(at, 0x1E, end - at);
    const char *values[64];
    int amount = -1, isNull;
    const char *statement = NULL;
    for (char *word = at; word <= stop; amount++) {
      char *next = memchr(word, 0x1F, stop - word);
      if (!next) next = stop;
      isNull = next - word == 1 && *word == 0;
      *next = 0;
      if (amount < 0) statement = word;
      else values[amount] = isNull ? NULL : word;
      word = next + 1;
    }
    char name[16];
    snprintf(name, sizeof name, "s%d", number(statement, amount));
    if (!PQsendQueryPrepared(link, name, amount, values, NULL, NULL, 0)) fail("send");
    if (!strncmp(statement, "COMMIT", 6)) {
      if (!PQpipelineSync(link)) fail("sync");
      drain();
    }
    at = stop + 1;
  }
  printf("%.3f\n", now() - began);
  PQfinish(link);
  return 0;
}
