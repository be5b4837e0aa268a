package dev.rechat.conversation.removal;

import dev.rechat.conversations.removal.Housekeeping;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Somebody who does something with their conversations has what is due removed, beside the request, now and then: a function has no
 * other time. Somebody who empties the trash has it removed at once.
 */
@ServerFilter(HousekeepingFilter.CONVERSATIONS + "/**")
final class HousekeepingFilter {

    static final String CONVERSATIONS = "/api/v1/conversations";
    static final String TRASH = CONVERSATIONS + "/trash";

    private final Housekeeping housekeeping;

    HousekeepingFilter(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @ResponseFilter
    void after(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.code() >= HttpStatus.MULTIPLE_CHOICES.getCode()) {
            return;
        }
        if (request.getMethod() == HttpMethod.DELETE && request.getPath().equals(TRASH)) {
            housekeeping.soon();
        } else {
            housekeeping.lendAHand();
        }
    }
}
