package dev.rechat.web.user;

import dev.rechat.kernel.id.UserId;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Finds whom a request with a trusted API key asks for. There is one where such requests are taken. */
@FunctionalInterface
public interface Represented {

    /**
     * Blocks.
     *
     * @param owner of the key
     * @return empty when the request names nobody: it is the owner's then
     * @throws dev.rechat.kernel.error.AppException when it names nobody that may be acted for
     */
    Optional<UserId> of(HttpRequest<?> request, CurrentUser owner);
}
