package dev.rechat.runlog.mysql;

import dev.rechat.runlog.contract.TransferContract;
import dev.rechat.runlog.store.RunLogStore;

class MySqlTransferIT extends TransferContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
