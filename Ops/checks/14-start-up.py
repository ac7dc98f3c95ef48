"""A service on a store that would not keep areas apart does not start: each of 7 refused with exit 69 and one plain sentence."""

import os
import subprocess
import sys

from stand import ELSEC, ROOT, Stand

with Stand(children=False) as stand:
    def url(user):
        return f"postgres://{user}@/elsec?host={stand.cluster}"

    stand.sql("CREATE ROLE passes LOGIN BYPASSRLS; GRANT USAGE ON SCHEMA elsec TO passes; "
              "GRANT CONNECT ON DATABASE elsec TO passes")
    stand.sql("CREATE ROLE heir LOGIN NOINHERIT IN ROLE elsec_owner; GRANT USAGE ON SCHEMA elsec TO heir; "
              "GRANT CONNECT ON DATABASE elsec TO heir")
    cases = [
        ("superuser", "postgres", None, None, "superuser"),
        ("role with BYPASSRLS", "passes", None, None, "bypass"),
        ("role that may become the owner", "heir", None, None, "owns tables"),
        ("migrator", "elsec_migrate", None, None, "owns tables"),
        ("table without FORCE", "elsec_app", "ALTER TABLE child NO FORCE ROW LEVEL SECURITY",
         "ALTER TABLE child FORCE ROW LEVEL SECURITY", "'child'"),
        ("table without security", "elsec_app", "ALTER TABLE screening DISABLE ROW LEVEL SECURITY",
         "ALTER TABLE screening ENABLE ROW LEVEL SECURITY", "'screening'"),
        ("policy that shows all", "elsec_app", "CREATE POLICY more ON plan FOR SELECT USING (true)",
         "DROP POLICY more ON plan", "'plan'"),
    ]
    wrong = 0
    for name, user, change, back, words in cases:
        if change:
            stand.sql(change)
        done = subprocess.run(
            [ELSEC, "serve", "--listen", "127.0.0.1:0", "--plaintext"], env={**os.environ, "ELSEC_STORE": url(user)},
            cwd=ROOT, capture_output=True, text=True, timeout=30)
        if back:
            stand.sql(back)
        sentence = done.stderr.strip()
        is_plain = words in sentence and "maybe:" in sentence and not any(
            word in sentence for word in ["SELECT", "Fault", "SQLSTATE", "psql", "postgres://"])
        met = done.returncode == 69 and is_plain and "listening" not in done.stdout
        wrong += not met
        print(f"{name}: {'refused' if met else 'NOT AS IT SHOULD BE'}, exit {done.returncode}: {sentence}")
    stand.serve()
    print(f"{len(cases) - wrong} of {len(cases)} refused with exit 69 and a sentence; the store as it should be is served")
    sys.exit(1 if wrong else 0)
