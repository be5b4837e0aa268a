package dev.rechat.runlog.mysql;

import dev.rechat.runlog.contract.NodeStatisticsContract;
import dev.rechat.runlog.store.RunLogStore;

class MySqlNodeStatisticsIT extends NodeStatisticsContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
