package dev.rechat.chat.turn;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.json.tree.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A form as a person filled it in.
 *
 * @param inputs values by the names of the form's inputs, an object; files by our ids
 * @param action the id of the button
 * @param turnId of the turn that goes on, chosen by the client: the same one again gives the same turn
 */
@StrictRequest
public record SubmitForm(
        @Nullable JsonNode inputs,
        @NotBlank @Size(max = 100) String action,
        @Nullable TurnId turnId) {}
