package dev.rechat.runlog.mysql;

import dev.rechat.runlog.RunLogStore;
import dev.rechat.runlog.contract.RunsContract;

class MySqlRunsIT extends RunsContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
