package dev.rechat.web.user;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.filters.SecurityFilter;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class CurrentUserBinder implements TypedRequestArgumentBinder<CurrentUser> {

    @Override
    public Argument<CurrentUser> argumentType() {
        return Argument.of(CurrentUser.class);
    }

    /** Asked once before the filters ran, too; then there is no answer yet. */
    @Override
    public BindingResult<CurrentUser> bind(ArgumentConversionContext<CurrentUser> context, HttpRequest<?> request) {
        if (!request.getAttributes().contains(SecurityFilter.KEY)) {
            return BindingResult.unsatisfied();
        }
        CurrentUser user = request.getUserPrincipal(BearerAuthentication.class)
                .map(authentication -> authentication.rights().user())
                .orElseThrow(CurrentUser::unauthenticated);
        return () -> Optional.of(user);
    }
}
