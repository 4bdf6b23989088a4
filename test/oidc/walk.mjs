// Signing in at another house: the program itself, and a provider that OpenID has certified.
//   node walk.mjs PROGRAM
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin_provider, Browser } from './provider.mjs';

const program = process.argv[2];
const secret = 'kept & quiet: 100%+';
const folder = mkdtempSync(join(tmpdir(), 'nucong-oidc-'));

async function free_port() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function serve(ours, issuer) {
  writeFileSync(join(folder, 'secret'), `${secret}\n`);
  writeFileSync(
    join(folder, 'nucong.toml'),
    `db = "sqlite:${folder}/nucong.db"
listen = "${new URL(ours).host}"
[identity]
issuer = "${issuer}"
client_id = "nucong"
client_secret_file = "${folder}/secret"
name = "Tài khoản chung"
public_address = "${ours}"
`,
  );
  const flags = ['--config', join(folder, 'nucong.toml')];
  execFileSync(program, [...flags, 'demo']);
  const child = spawn(program, [...flags, 'serve'], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (;;) {
    assert.equal(child.exitCode, null, 'the program ended');
    if (await fetch(`${ours}/readyz`).catch(() => null)) return child;
    await new Promise((later) => setTimeout(later, 50));
  }
}

const ours = `http://127.0.0.1:${await free_port()}`;
const returns = `${ours}/dang-nhap/tro-lai`;
const provider = await begin_provider('nucong', secret, returns);
let child;
try {
  child = await serve(ours, provider.issuer);

  const begin = async (browser) => {
    const answer = await browser.post(`${ours}/api/session/elsewhere`, {});
    assert.equal(answer.status, 200);
    return (await answer.json()).address;
  };
  const finish = (browser, came) =>
    browser.post(`${ours}/api/session/elsewhere/back`, {
      code: came.searchParams.get('code'),
      state: came.searchParams.get('state'),
    });
  const refusal = async (answer) => `${answer.status} ${(await answer.json()).code}`;

  const ways = await (await fetch(`${ours}/api/session`)).json();
  assert.equal(ways.provider, 'Tài khoản chung');

  const lan = new Browser();
  const came = await lan.sign_in_at(await begin(lan), 'coso', returns);
  assert.equal(await refusal(await finish(new Browser(), came)), '401 identity.attempt_lost');
  const welcome = await finish(lan, came);
  assert.equal(welcome.status, 200);
  const { name, may } = await welcome.json();
  assert.equal(name, 'coso');
  assert.ok(may.send_report.length > 0);
  assert.equal((await (await lan.ask(`${ours}/api/me`)).json()).name, 'coso');

  const again = new Browser();
  const twice = await again.sign_in_at(await begin(again), 'coso', returns);
  twice.searchParams.set('code', came.searchParams.get('code'));
  assert.equal(await refusal(await finish(again, twice)), '401 identity.refused');

  const stranger = new Browser();
  const strange = await stranger.sign_in_at(await begin(stranger), 'nguoi.la', returns);
  assert.equal(await refusal(await finish(stranger, strange)), '403 identity.unknown');

  const late = new Browser();
  const too_late = await late.sign_in_at(await begin(late), 'coso', returns);
  await provider.end();
  assert.equal(await refusal(await finish(late, too_late)), '503 identity.unavailable');
  console.log('signed in at a certified provider; refused what it should');
} finally {
  child?.kill();
  if (child) await once(child, 'exit');
  await provider.end();
  rmSync(folder, { recursive: true, force: true });
}
