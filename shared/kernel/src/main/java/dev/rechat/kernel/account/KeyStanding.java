package dev.rechat.kernel.account;

import dev.rechat.kernel.id.ApiKeyId;
import java.util.Set;

/**
 * What holds for an API key now. There is one only for a key that is neither revoked nor expired, of an account with a
 * standing. Whoever presents the key's identifier has yet to show its secret.
 *
 * @param secretHash as the column {@code api_keys.secret_hash} has it
 */
public record KeyStanding(ApiKeyId id, String secretHash, Set<Scope> scopes, KeyRules rules, Standing owner) {

    public KeyStanding {
        scopes = Set.copyOf(scopes);
    }

    /** Without rules of its own. */
    public KeyStanding(ApiKeyId id, String secretHash, Set<Scope> scopes, Standing owner) {
        this(id, secretHash, scopes, KeyRules.NONE, owner);
    }

    public Set<String> permissions() {
        return owner.permissions(scopes);
    }

    /** Whether it may act for others now. */
    public boolean actsForOthers() {
        return rules.trusted() && owner.permissions().contains(Permission.GOVERN);
    }

    @Override
    public String toString() {
        return "KeyStanding[id=" + id + ", scopes=" + scopes + ", owner=" + owner + "]";
    }
}
