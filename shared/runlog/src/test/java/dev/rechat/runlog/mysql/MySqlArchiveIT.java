package dev.rechat.runlog.mysql;

import dev.rechat.runlog.RunLogStore;
import dev.rechat.runlog.contract.ArchiveContract;

class MySqlArchiveIT extends ArchiveContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
