package dev.rechat.web.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.web.Api;
import org.junit.jupiter.api.Test;

class PageIT {

    @Test
    void sendsTheEmptyListAndTheMissingCursor() {
        try (Api api = Api.start()) {
            assertThat(api.get("/api/v1/echo/list").body()).isEqualTo("{\"data\":[],\"next_cursor\":null}");
        }
    }
}
