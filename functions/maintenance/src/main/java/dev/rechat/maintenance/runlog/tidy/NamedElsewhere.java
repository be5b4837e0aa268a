package dev.rechat.maintenance.runlog.tidy;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.transfer.RunLogBatch;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What records of one store name that records of others name too: it stays until the last of them goes.
 *
 * @param others stores that may have the same records, moved there or brought
 */
record NamedElsewhere(List<RunLogStore> others, Tenant tenant) {

    NamedElsewhere {
        others = List.copyOf(others);
    }

    /** Keys of contents that were too large for a row. */
    Set<String> files(List<Offload> offloads) {
        List<String> ids = offloads.stream().map(Offload::id).toList();
        return named(
                RecordType.OFFLOADS, ids, batch -> batch.offloads().stream().map(Offload::fileKey));
    }

    /** Keys of what was known of runs that wait. */
    Set<String> states(List<RunPause> pauses) {
        List<String> ids = pauses.stream().map(RunPause::id).toList();
        return named(RecordType.PAUSES, ids, batch -> batch.pauses().stream().map(RunPause::stateKey));
    }

    private Set<String> named(RecordType type, List<String> ids, Function<RunLogBatch, Stream<String>> keys) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return others.stream()
                .flatMap(other -> keys.apply(other.transfer().read(type, tenant, ids)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
