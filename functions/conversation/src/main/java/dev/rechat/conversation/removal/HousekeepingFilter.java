package dev.rechat.conversation.removal;

import dev.rechat.conversations.removal.Housekeeping;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Somebody who looks at their conversations has what is due removed, beside the request: a function has no other time. */
@ServerFilter("/api/v1/conversations")
final class HousekeepingFilter {

    private final Housekeeping housekeeping;

    HousekeepingFilter(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @ResponseFilter
    void after(HttpResponse<?> response) {
        if (response.code() == HttpStatus.OK.getCode()) {
            housekeeping.lendAHand();
        }
    }
}
