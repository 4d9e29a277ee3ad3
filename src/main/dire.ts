/** Says one line to whoever runs the program, beside what a command answers. */
export const dire = (phrase: string) => process.stderr.write(`${phrase}\n`);
