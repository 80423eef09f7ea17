/** Where the engine is to be reached over HTTP. */
export interface ServeOptions {
  /** An address of this machine; `127.0.0.1` is for this machine alone. */
  readonly address: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Told of an error inside the server that no request is to blame for. */
  readonly onTrouble: (error: unknown) => void;
}

/** A server that answers. */
export interface Serving {
  /** `http://127.0.0.1:4586`: what clients take as their endpoint URL. */
  readonly endpoint: string;
  readonly address: string;
  readonly port: number;
  /** Whether only this machine can reach it. */
  readonly loopback: boolean;
  /** Answers what has arrived, takes nothing more, and returns when all is closed. */
  stop(): Promise<void>;
}
