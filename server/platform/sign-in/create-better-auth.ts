import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import { normalUserName } from '@peyvand/domain/access/user-name.ts'
import { sessionRules } from '@peyvand/domain/access/session.ts'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { hashPassword, verifyPassword } from './hash-password.ts'
import { makeBackupCodes } from './make-code.ts'

export interface BetterAuthSettings {
  /** Signed in as `peyvand_auth`, search path `auth`. */
  pool: pg.Pool
  /** Where people open Peyvand: `https://cases.example.org`. */
  origin: string
  /** Outside the database: one signs cookies and codes, the other encrypts second factors. */
  keys: { sessions: string; secrets: string }
  now: () => Date
  log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void
}

/** The header in which our own server hands the caller's address on; nobody outside sets it. */
export const addressHeader = 'x-peyvand-address'

export type BetterAuth = ReturnType<typeof createBetterAuth>

/**
 * better-auth, with our names for its tables. It checks passwords and codes, keeps sessions and
 * encrypts the second factor; accounts are made by our own use cases, so signing up is closed.
 */
export function createBetterAuth(settings: BetterAuthSettings) {
  const secure = settings.origin.startsWith('https://')
  const instant = { type: 'date', required: false, input: false } as const
  return betterAuth({
    appName: 'Peyvand',
    baseURL: settings.origin,
    basePath: '/api/auth',
    secrets: [{ version: 1, value: settings.keys.secrets }],
    trustedOrigins: [settings.origin],
    database: settings.pool,
    telemetry: { enabled: false },
    // A wrong password is no news: our own audit has it, without a name.
    logger: { level: 'error', log: (level, message) => settings.log(level, message) },
    // Our own limits stand before every call and are kept in the database.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 1000,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    user: {
      modelName: 'login',
      fields: {
        emailVerified: 'email_verified',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'user_id',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        signedInAt: { ...instant, fieldName: 'signed_in_at' },
        provedAt: { ...instant, fieldName: 'proved_at' },
        seenAt: { ...instant, fieldName: 'seen_at' },
      },
      expiresIn: sessionRules.absolute / 1000,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = settings.now()
            return {
              data: {
                ...session,
                signedInAt: session['signedInAt'] ?? now,
                provedAt: now,
                seenAt: now,
              },
            }
          },
        },
      },
    },
    plugins: [
      { id: 'signing-key', init: () => ({ context: { secret: settings.keys.sessions } }) },
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: 1000,
        usernameNormalization: normalUserName,
        usernameValidator: () => true,
        schema: { user: { fields: { username: 'user_name' } } },
      }),
      twoFactor({
        issuer: 'Peyvand',
        backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'second_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    advanced: {
      cookiePrefix: secure ? '__Host-peyvand' : 'peyvand',
      // Its own prefix would be the weaker `__Secure-`.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => uuidv7() },
    },
  })
}
