package dev.rechat.runlog.mysql;

import dev.rechat.runlog.contract.NodesContract;
import dev.rechat.runlog.store.RunLogStore;

class MySqlNodesIT extends NodesContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
