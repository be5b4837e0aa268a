package dev.rechat.auth.key;

import dev.rechat.kernel.account.ApiKeySecret;
import dev.rechat.persistence.apikey.ApiKey;

/** A key, and for this once what its holder needs. */
record NewKey(ApiKey stored, ApiKeySecret secret) {}
