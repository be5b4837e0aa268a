package dev.rechat.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.access.Operation.Parameter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No answer is kept on the way, none repeats what it was sent in confidence, and nothing confidential goes into a URL. */
final class AnswersTellNoSecretsIT {

    private static final String SECRET = "eleven-green-bottles";
    private static final Pattern CONFIDENTIAL = Pattern.compile("(?i).*(password|token|secret|code|totp|email).*");

    private final AccessHouse house = AccessHouse.shared();

    /** But for the token of a share: who was given that was given an address. */
    @Test
    void confidentialThingsHaveNoPlaceInAUrl() {
        assertThat(OpenApiDocument.operations())
                .filteredOn(operation -> !operation.path().startsWith("/api/v1/shared/{token}"))
                .flatMap(Operation::parameters)
                .filteredOn(parameter -> List.of("path", "query").contains(parameter.in()))
                .extracting(Parameter::name)
                .isNotEmpty()
                .noneMatch(name -> CONFIDENTIAL.matcher(name).matches());
    }

    @Test
    void refusalsRepeatNothingAndAreNotKept() {
        Person user = house.people().the(Identity.USER);
        Belongings nothing = new Belongings(
                        user.id(),
                        id(1),
                        id(2),
                        id(3),
                        id(4),
                        id(5),
                        id(6),
                        "form-" + id(7),
                        id(8),
                        id(9),
                        id(10),
                        id(11))
                .nothing();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : OpenApiDocument.operations()) {
            for (String token :
                    new String[] {user.token(), "eyJhbGciOiJIUzI1NiJ9." + SECRET + ".c2ln", "rk-" + SECRET}) {
                HttpResponse<String> answer = house.send(
                        token,
                        operation.method(),
                        withSecret(Requests.path(operation, nothing)),
                        operation.multipart() || operation.body() ? body(operation) : null,
                        operation.multipart());
                check(operation, answer, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(Operation operation, HttpResponse<String> answer, List<String> wrong) {
        if ((answer.body() + answer.headers().map()).contains(SECRET)) {
            wrong.add(operation + " repeats what it was sent: " + answer.body());
        }
        if (!answer.headers().allValues("Cache-Control").equals(List.of("no-store"))) {
            wrong.add(operation + " may be kept: " + answer.headers().allValues("Cache-Control"));
        }
        if (!answer.headers().allValues("X-Content-Type-Options").equals(List.of("nosniff"))) {
            wrong.add(operation + " may be taken for something else");
        }
    }

    private static String withSecret(String path) {
        return path + (path.contains("?") ? "&" : "?") + "token=" + SECRET;
    }

    /** Whatever of these an operation takes, it is wrong; the rest is refused by name. */
    private static String body(Operation operation) {
        return operation.multipart()
                ? "--edge\r\nContent-Disposition: form-data; name=\"app_id\"\r\n\r\n" + SECRET + "\r\n--edge--\r\n"
                : "{\"email\":\"%1$s\",\"password\":\"%1$s\",\"current_password\":\"%1$s\",\"api_key\":[\"%1$s\"],\"code\":\"%1$s\"}"
                        .formatted(SECRET);
    }

    private static String id(int number) {
        return "0190a1fe-51f3-7000-8000-%012d".formatted(number);
    }
}
