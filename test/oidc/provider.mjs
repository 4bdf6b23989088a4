// An OpenID provider on this machine that believes whatever name is typed, with its own pages for development.
import { createServer } from 'node:http';
import { once } from 'node:events';
import Provider from 'oidc-provider';

/** Where it is, and how to end it. `returns`: where browsers may be sent back to. */
export async function begin_provider(client_id, client_secret, returns) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id, client_secret, redirect_uris: [returns] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false, // the name stands in the token itself
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: `#${id}`, preferred_username: id }) }),
  });
  server.on('request', provider.callback());
  return { issuer, end: () => new Promise((done) => (server.closeAllConnections(), server.close(done))) };
}

/** A browser's cookies, and its way through pages that only send it on. */
export class Browser {
  #cookies = new Map();

  async ask(address, options = {}) {
    const kept = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...options.headers, ...(kept && { cookie: kept }) };
    const answer = await fetch(address, { ...options, headers, redirect: 'manual' });
    // Node 18 of Debian tells them in one; a comma within a date is no end of one.
    for (const set of (answer.headers.get('set-cookie') ?? '').split(/, (?=[^ ;,=]+=)/).filter(Boolean)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    return answer;
  }

  post(address, body) {
    const headers = { 'Content-Type': 'application/json' };
    return this.ask(address, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Types a name at the provider and agrees to everything; tells where it is sent back to. */
  async sign_in_at(address, name, returns) {
    let at = address;
    for (let steps = 0; steps < 12; ++steps) {
      if (at.startsWith(returns)) return new URL(at);
      const asks = new URL(at).pathname.startsWith('/interaction/') ? await this.#agree(at, name) : await this.ask(at);
      const next = asks.headers.get('location');
      if (!next) throw new Error(`${at}: ${asks.status} ${await asks.text()}`);
      at = new URL(next, at).href;
    }
    throw new Error(`never came back from ${address}`);
  }

  async #agree(address, name) {
    const page = await (await this.ask(address)).text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const body = new URLSearchParams({ prompt, login: name, password: 'whatever' });
    return this.ask(address, { method: 'POST', body });
  }
}
