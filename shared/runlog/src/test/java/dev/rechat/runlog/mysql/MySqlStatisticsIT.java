package dev.rechat.runlog.mysql;

import dev.rechat.runlog.RunLogStore;
import dev.rechat.runlog.contract.StatisticsContract;

class MySqlStatisticsIT extends StatisticsContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
