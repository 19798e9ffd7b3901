/** Progress of the set-up, for people: one short line a step, on stderr, so that stdout stays the program's own. */
export function say(chinese, english) {
  console.error(`[办事] ${chinese} · ${english}`);
}

/** Ends the script with one clear line and no stack trace. */
export function fail(chinese, english) {
  say(chinese, english);
  process.exit(1);
}
