// A real mail server on loopback for the tests. It demands STARTTLS and a sign-in unless the second argument is "plain".
// Says "listening <port>" when it is ready, then one line of JSON for each mail that it took; it ends with its input.
import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const [folder, mode] = process.argv.slice(2);
const plain = mode === 'plain';
const tls = plain ? { disabledCommands: ['STARTTLS', 'AUTH'] } : { key: readFileSync(`${folder}/key.pem`), cert: readFileSync(`${folder}/certificate.pem`) };

const server = new SMTPServer({
  ...tls,
  authOptional: plain,
  disableReverseLookup: true,
  onAuth: ({ username, password }, session, done) =>
    session.secure && username === 'brikker' && password === 'hemmeligt' ? done(null, { user: username }) : done(new Error('no')),
  onRcptTo: ({ address }, session, done) =>
    address.startsWith('refused') ? done(Object.assign(new Error('No such mailbox'), { responseCode: 550 })) : done(),
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      console.log(JSON.stringify({
        From: session.envelope.mailFrom.address, To: session.envelope.rcptTo.map(r => r.address), Secure: session.secure, User: session.user ?? null,
        Source: Buffer.concat(parts).toString('utf8'),
      }));
      done();
    });
  },
});
server.on('error', () => {}); // A client that breaks off is what some tests are about.
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.server.address().port}`));
process.stdin.resume().on('end', () => process.exit());
