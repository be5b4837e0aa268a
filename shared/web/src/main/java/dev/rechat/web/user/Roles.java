package dev.rechat.web.user;

/** The wire forms of {@link dev.rechat.kernel.account.Role} as constants, for {@code @Secured}. */
public final class Roles {

    public static final String ADMIN = "admin";
    public static final String USER = "user";
    public static final String PENDING = "pending";

    private Roles() {}
}
