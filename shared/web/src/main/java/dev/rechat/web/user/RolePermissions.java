package dev.rechat.web.user;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.account.Role;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.token.DefaultRolesFinder;
import io.micronaut.security.token.RolesFinder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Adds what its bearer may do to the role in an access token. */
@Singleton
@Replaces(DefaultRolesFinder.class)
final class RolePermissions implements RolesFinder {

    @Override
    public List<String> resolveRoles(Map<String, Object> claims) {
        List<String> all = new ArrayList<>();
        if (claims.get("roles") instanceof Collection<?> roles) {
            roles.forEach(name -> {
                all.add(name.toString());
                Role.of(name.toString()).map(Permission::of).ifPresent(all::addAll);
            });
        }
        return all;
    }
}
