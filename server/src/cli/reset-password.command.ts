import { UsersService } from '../modules/access/users.service.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { withApplication } from './application.js';
import { cliErrors } from './cli.errors.js';
import type { Command } from './command.js';

export const resetPasswordCommand: Command = {
  name: 'users reset-password',
  usage: 'users reset-password NAME',
  help: { zh: '给用户一个一次性密码，并解除锁定', en: 'give a user a one-time password, and lift a lock-out' },
  operands: 1,
  options: {},
  run: async (input) => {
    const [username] = input.operands as [string];
    const oneTimePassword = await withApplication(input, (app, ctx) =>
      ctx.transaction(async (tx) => {
        const users = app.get(UsersService, { strict: false });
        const user = await users.findByUsername(tx, username);
        if (!user) throw new DomainError(cliErrors.USER_UNKNOWN, { field: 'NAME', params: { username: username.slice(0, 100) } });
        return (await users.resetPassword(tx, user.id)).oneTimePassword;
      }),
    );
    return {
      json: { ok: true, username, oneTimePassword },
      text: { zh: `${username} 的一次性密码：${oneTimePassword}（登录后须修改）`, en: `One-time password of ${username}: ${oneTimePassword} (to be changed at sign-in)` },
      exitCode: 0,
    };
  },
};
