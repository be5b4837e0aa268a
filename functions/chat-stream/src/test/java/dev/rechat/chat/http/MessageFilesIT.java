package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.chat.app.AppParameters;
import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.dify.payload.DifyFile;
import dev.rechat.dify.payload.FileUpload;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.testing.dify.DemoApps;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessageFilesIT {

    @SuppressWarnings("NullAway.Init")
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);
    private final MessageFiles files = house.bean(MessageFiles.class);
    private final FileRepository stored = house.bean(FileRepository.class);
    private final FileUpload limits = house.bean(AppParameters.class).of(app).fileUpload();

    @Test
    void tellsDifyOfFilesInTheOrderTheyWereNamed() throws Exception {
        FileId picture = upload(person, app, "cat.png");
        FileId note = upload(person, app, "note.txt");

        List<DifyInputFile> resolved = files.resolve(person.id(), app.id(), limits, List.of(note, picture, note));

        assertThat(resolved).extracting(DifyInputFile::type).containsExactly("document", "image");
        assertThat(resolved).allSatisfy(file -> assertThat(file.uploadFileId()).isNotBlank());
        assertThat(files.resolve(person.id(), app.id(), limits, List.of())).isEmpty();
    }

    @Test
    void namesEveryFileThatIsNotThePersonsForThisApp() throws Exception {
        FileId foreign = upload(house.person(Role.USER), app, "a.png");
        FileId ofOtherApp = upload(person, house.app("chat", DemoApps.CHAT_KEY), "a.png");
        FileId unknown = FileId.of("0192e4a0-0000-7000-8000-000000000000");

        assertThat(problems(limits, List.of(foreign, ofOtherApp, unknown)))
                .extracting(FieldError::code)
                .containsExactly("not_found", "not_found", "not_found");
    }

    @Test
    void holdsTheAppsLimits() throws Exception {
        FileId picture = upload(person, app, "a.png");
        FileId other = upload(person, app, "b.png");
        FileUpload one = new FileUpload(true, List.of("image"), List.of(), List.of("local_file"), 1, null);
        FileUpload texts = new FileUpload(true, List.of("document"), List.of(), List.of("local_file"), 3, null);
        FileUpload none = new FileUpload(false, List.of(), List.of(), List.of(), null, null);

        assertThat(problems(one, List.of(picture, other)))
                .extracting(FieldError::code)
                .containsExactly("too_many");
        assertThat(problems(texts, List.of(picture)))
                .extracting(FieldError::code)
                .containsExactly("file_type");
        assertThat(problems(none, List.of(picture)))
                .extracting(FieldError::code)
                .containsExactly("not_taken");
    }

    @Test
    void letsAQuestionCarryWhatItWasAskedWith() throws Exception {
        FileId picture = upload(person, app, "a.png");
        upload(person, app, "left at home.png");

        String question = house.ask(
                        person,
                        "{\"app_id\":\"%s\",\"message\":\"look\",\"files\":[\"%s\"]}".formatted(app.id(), picture))
                .getFirst()
                .text("user_message_id");

        assertThat(stored.listCarriedBy(List.of(MessageId.of(question)), person.id()))
                .extracting(StoredFile::id)
                .containsExactly(picture);
    }

    @Test
    void letsTwoMessagesCarryTheSameUpload() throws Exception {
        FileId picture = upload(person, app, "a.png");
        MessageId first = MessageId.of(Sent.answer(house, person, app, "first"));
        MessageId second = MessageId.of(Sent.answer(house, person, app, "second"));

        files.attach(person.id(), first, List.of(picture));
        files.attach(person.id(), first, List.of(picture));
        files.attach(person.id(), second, List.of(picture));

        List<StoredFile> ofFirst = stored.listCarriedBy(List.of(first), person.id());
        List<StoredFile> ofSecond = stored.listCarriedBy(List.of(second), person.id());
        assertThat(ofFirst).extracting(StoredFile::id).containsExactly(picture);
        assertThat(ofSecond).hasSize(1);
        assertThat(ofSecond.getFirst().id()).isNotEqualTo(picture);
        assertThat(ofSecond.getFirst().difyFileId())
                .isEqualTo(ofFirst.getFirst().difyFileId());
    }

    @Test
    void attachesNothingOfSomebodyElse() throws Exception {
        FileId foreign = upload(house.person(Role.USER), app, "a.png");
        MessageId message = MessageId.of(Sent.answer(house, person, app, "mine"));

        files.attach(person.id(), message, List.of(foreign));

        assertThat(stored.listCarriedBy(List.of(message), person.id())).isEmpty();
    }

    @Test
    void describesAnAnswersFileWithWhatDifyTells() throws Exception {
        MessageId answer = MessageId.of(Sent.answer(house, person, app, "draw"));
        DifyFile full = new DifyFile(
                "1",
                "document",
                "local_file",
                null,
                null,
                "a.pdf",
                ".pdf",
                "application/pdf",
                5L,
                "2",
                "3",
                "/files/3");
        DifyEvent.MessageFile tool = new DifyEvent.MessageFile(
                new DifyEvent.Context(null, null, null, null, null),
                "9",
                "image",
                "assistant",
                "/files/tools/c.png?s=1");

        StoredFile described = files.describe(person.id(), app.id(), answer, full);
        StoredFile drawn = files.describe(person.id(), app.id(), answer, tool);
        files.store(drawn);

        assertThat(described.difyFileId()).isEqualTo("3");
        assertThat(described.kind()).isEqualTo(FileKind.DOCUMENT);
        assertThat(stored.findOwned(described.id(), person.id())).isEmpty();
        assertThat(drawn.name()).isEqualTo("c.png");
        assertThat(drawn.mediaType()).isEqualTo("image/png");
        assertThat(drawn.difyFileId()).isNull();
        assertThat(stored.listCarriedBy(List.of(answer), person.id()))
                .extracting(StoredFile::id)
                .containsExactly(drawn.id());
    }

    @Test
    void describesWhatDifyTellsNothingOf() throws Exception {
        MessageId answer = MessageId.of(Sent.answer(house, person, app, "draw"));
        DifyFile nothing = new DifyFile(null, null, null, null, null, null, null, null, null, null, null, null);
        DifyFile longest = new DifyFile(
                null, null, null, null, null, "😀".repeat(300) + ".png", null, null, null, "x".repeat(300), null, null);

        assertThat(stored(files.describe(person.id(), app.id(), answer, nothing))
                        .name())
                .isEqualTo("file");
        assertThat(stored(files.describe(person.id(), app.id(), answer, longest))
                        .name())
                .isEqualTo("😀".repeat(127));
    }

    private StoredFile stored(StoredFile described) {
        files.store(described);
        files.store(described);
        return house.bean(FileRepository.class)
                .findOwned(described.id(), person.id())
                .orElseThrow();
    }

    private List<FieldError> problems(FileUpload rules, List<FileId> named) {
        return catchThrowableOfType(ValidationException.class, () -> files.resolve(person.id(), app.id(), rules, named))
                .errors();
    }

    private static FileId upload(Person who, App app, String name) throws Exception {
        var response = Sent.upload(house, who, app, name, "application/octet-stream", "x");
        return FileId.of(Sent.body(response).path("id").asText());
    }
}
