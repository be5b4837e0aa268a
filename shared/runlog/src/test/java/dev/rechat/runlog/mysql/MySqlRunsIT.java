package dev.rechat.runlog.mysql;

import dev.rechat.runlog.contract.RunsContract;
import dev.rechat.runlog.store.RunLogStore;

class MySqlRunsIT extends RunsContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
