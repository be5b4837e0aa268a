package dev.rechat.runlog.mysql;

import dev.rechat.runlog.contract.PausesContract;
import dev.rechat.runlog.store.RunLogStore;

class MySqlPausesIT extends PausesContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
