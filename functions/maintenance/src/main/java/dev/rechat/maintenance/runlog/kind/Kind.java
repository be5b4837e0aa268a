package dev.rechat.maintenance.runlog.kind;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.transfer.RunLogBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of record.
 *
 * @param lookup the id that {@code RunLogTransfer.read} finds it by
 * @param fields all that a copy must have alike
 */
public record Kind<R>(
        RecordType type,
        Function<RunLogBatch, List<R>> unpack,
        Function<List<R>, RunLogBatch> pack,
        Function<R, RecordKey> key,
        Function<R, String> lookup,
        List<Field<R>> fields) {

    public Kind {
        fields = List.copyOf(fields);
    }

    public List<R> of(RunLogBatch batch) {
        return unpack.apply(batch);
    }

    public RunLogBatch batch(List<R> records) {
        return pack.apply(records);
    }

    public RecordKey keyOf(R one) {
        return key.apply(one);
    }

    public String lookupOf(R one) {
        return lookup.apply(one);
    }

    public List<String> lookups(List<R> records) {
        return records.stream().map(lookup).toList();
    }

    public Map<String, R> byLookup(List<R> records) {
        Map<String, R> found = HashMap.newHashMap(records.size());
        records.forEach(each -> found.put(lookupOf(each), each));
        return found;
    }

    /** The names of the fields in which two records differ; never what they hold. */
    public List<String> differences(R left, R right) {
        List<String> names = new ArrayList<>();
        for (Field<R> field : fields) {
            if (!field.same(left, right)) {
                names.add(field.name());
            }
        }
        return names;
    }
}
