package dev.rechat.runlog.pause;

import java.util.List;
import java.util.Set;

/** Which states of pauses somebody still needs: another store may have the same pauses, moved there or brought. */
@FunctionalInterface
public interface KeptStates {

    KeptStates NONE = _ -> Set.of();

    /** The keys of those that must stay where they are. */
    Set<String> of(List<RunPause> pauses);
}
