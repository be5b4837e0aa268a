package dev.rechat.lambda.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.cookie.Cookies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayCookiesTest {

    private static Cookies read(String... headers) {
        var all = new CaseInsensitiveMutableHttpHeaders(ConversionService.SHARED);
        for (String header : headers) {
            all.add("cookie", header);
        }
        return GatewayCookies.of(all, ConversionService.SHARED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=1; b=2", "b=2; a=1", "a=1;b=2", "a = 1 ; b = 2 ;", "a=1; b=2; nothing; =empty", "a=\"1\"; b=2"
            })
    void findsEachWhereverItStands(String header) {
        Cookies cookies = read(header);

        assertThat(cookies.get("a", String.class)).contains("1");
        assertThat(cookies.get("b", String.class)).contains("2");
        assertThat(cookies.getAll()).hasSize(2);
    }

    @Test
    void readsAllHeadersAndTakesTheFirstOfAName() {
        Cookies cookies = read("a=1; path=2", "b=x=y; a=3");

        assertThat(cookies.get("a", String.class)).contains("1");
        assertThat(cookies.get("path", String.class)).contains("2");
        assertThat(cookies.get("b", String.class)).contains("x=y");
    }

    @Test
    void knowsOfNoneWhereThereIsNone() {
        assertThat(read().getAll()).isEmpty();
        assertThat(read("").getAll()).isEmpty();
    }
}
