package dev.rechat.lambda.gateway;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.function.aws.proxy.security.MicronautLambdaAuthenticationFetcher;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * Takes the place of micronaut-aws's fetcher, which believes the header {@code x-amzn-oidc-identity}: a load balancer
 * sets it, but through API Gateway any caller can, and would be whoever he names. Identity comes from our tokens only.
 */
@Singleton
@Replaces(MicronautLambdaAuthenticationFetcher.class)
@Requires(classes = AuthenticationFetcher.class)
final class NoGatewayIdentity implements AuthenticationFetcher<HttpRequest<?>> {

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Publishers.empty();
    }
}
