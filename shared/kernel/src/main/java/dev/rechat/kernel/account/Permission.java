package dev.rechat.kernel.account;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a request may do, as routes name it in {@code @Secured}: a route says which permission it needs, this class says who
 * has it, and nothing else in the product decides by role.
 */
public final class Permission {

    /** What anybody may who signed in, and every API key: who am I. */
    public static final String SELF = "self";

    /** Managing one's own account, approved or not: password, sessions, keys, second factor. Never with an API key. */
    public static final String ACCOUNT = "account";

    /** Asking apps, and changing one's own conversations. */
    public static final String CHAT = "chat";

    /** Reading what is one's own. */
    public static final String READ = "read";

    /** Running the house. */
    public static final String ADMINISTER = "administer";

    /**
     * Changing other people's accounts and the rules of the house: settings, groups, budgets, which apps there are, where their
     * questions go and whom they are for. Never with an API key: one that was found somewhere would otherwise be good for
     * making oneself administrator for ever, or for reading along.
     */
    public static final String GOVERN = "govern";

    private Permission() {}

    /** Of somebody who signed in. */
    public static Set<String> of(Role role) {
        return switch (role) {
            case PENDING -> Set.of(SELF, ACCOUNT);
            case USER -> Set.of(SELF, ACCOUNT, CHAT, READ);
            case ADMIN -> Set.of(SELF, ACCOUNT, CHAT, READ, ADMINISTER, GOVERN);
        };
    }

    /** Of an API key: what its scopes name, as far as its owner has it. */
    public static Set<String> of(Role owner, Collection<Scope> scopes) {
        Set<String> permissions = new TreeSet<>();
        permissions.add(SELF);
        scopes.forEach(scope -> permissions.add(
                switch (scope) {
                    case CHAT -> CHAT;
                    case READ -> READ;
                    case ADMIN -> ADMINISTER;
                }));
        permissions.retainAll(of(owner));
        return permissions;
    }
}
