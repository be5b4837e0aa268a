package dev.rechat.runlog.mysql;

import dev.rechat.runlog.contract.NodeStatisticsContract;
import dev.rechat.runlog.store.RunLogStore;

/** The same figures of nodes when days that are over have been counted. */
class MySqlRolledNodeStatisticsIT extends NodeStatisticsContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }

    @Override
    protected void settle() {
        if (RunLogHouse.bean(RunRollUp.class).roll(samples.tenant, 1_000) == 0) {
            throw new AssertionError("no day was counted");
        }
    }
}
