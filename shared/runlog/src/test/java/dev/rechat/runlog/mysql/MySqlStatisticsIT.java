package dev.rechat.runlog.mysql;

import dev.rechat.runlog.contract.StatisticsContract;
import dev.rechat.runlog.store.RunLogStore;

class MySqlStatisticsIT extends StatisticsContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
