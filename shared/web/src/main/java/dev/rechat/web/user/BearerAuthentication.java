package dev.rechat.web.user;

import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.Map;

/** The framework's view of a bearer; what it calls a role is a permission. Lives as long as its request. */
final class BearerAuthentication implements Authentication {

    private static final long serialVersionUID = 1L;

    private final transient Bearer bearer;
    private final transient Rights rights;

    BearerAuthentication(Bearer bearer, Rights rights) {
        this.bearer = bearer;
        this.rights = rights;
    }

    Bearer bearer() {
        return bearer;
    }

    Rights rights() {
        return rights;
    }

    @Override
    public String getName() {
        return rights.user().getName();
    }

    @Override
    public Collection<String> getRoles() {
        return rights.permissions();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
