package dev.rechat.lambda.app;

import dev.rechat.kernel.task.Afterwards;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Answers before its work is done, which the test ends through a {@link GateClient}. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class LateController {

    private final Afterwards afterwards;

    LateController(Afterwards afterwards) {
        this.afterwards = afterwards;
    }

    @Get("/afterwards")
    String afterwards(int gate) {
        afterwards.run("what the test orders", () -> {
            try (GateClient client = new GateClient(gate)) {
                client.tell("begun");
                if (client.read().equals("fail")) {
                    throw new IllegalStateException("as ordered");
                }
                client.tell("done");
            }
        });
        return "answered";
    }
}
