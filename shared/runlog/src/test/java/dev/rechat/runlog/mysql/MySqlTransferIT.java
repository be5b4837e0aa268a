package dev.rechat.runlog.mysql;

import dev.rechat.runlog.RunLogStore;
import dev.rechat.runlog.contract.TransferContract;

class MySqlTransferIT extends TransferContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
