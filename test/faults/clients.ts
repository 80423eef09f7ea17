/** How many clients a worker that serves has. */
export const CLIENTS = 8;
