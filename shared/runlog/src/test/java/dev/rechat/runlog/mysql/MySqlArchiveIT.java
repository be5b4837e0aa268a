package dev.rechat.runlog.mysql;

import dev.rechat.runlog.contract.ArchiveContract;
import dev.rechat.runlog.store.RunLogStore;

class MySqlArchiveIT extends ArchiveContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
