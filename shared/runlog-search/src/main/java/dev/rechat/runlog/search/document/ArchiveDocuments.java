package dev.rechat.runlog.search.document;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.index.Entry;
import dev.rechat.runlog.search.index.Fields;
import io.micronaut.json.tree.JsonNode;

/** What is kept of runs, in the month of the run and under its time: that is what archives are asked for by. */
public final class ArchiveDocuments {

    private final RunDocuments runs;

    public ArchiveDocuments(RunDocuments runs) {
        this.runs = runs;
    }

    public Entry entry(ArchivedRun archive) {
        JsonNode document = Json.object(
                "id", archive.id(),
                "tenant_id", archive.run().tenant().id(),
                "workflow_run_id", archive.run().id(),
                "created_at", Values.time(archive.run().createdAt()),
                "archived_at", Values.time(archive.archivedAt()),
                "run", runs.document(archive.run()),
                "log", archive.log() == null ? null : runs.document(archive.log()));
        return new Entry(
                RecordType.ARCHIVES,
                archive.run().tenant(),
                archive.id(),
                archive.run().createdAt(),
                document);
    }

    public ArchivedRun archive(JsonNode document) {
        JsonNode log = document.get("log");
        return new ArchivedRun(
                Fields.text(document, "id"),
                runs.run(Fields.member(document, "run")),
                log == null ? null : runs.appLog(log),
                Values.time(document, "archived_at"));
    }
}
