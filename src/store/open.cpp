#include "store/open.hpp"

#include "store/detail/connect.hpp"
#include "store/detail/sql_accounts.hpp"
#include "store/detail/sql_store.hpp"
#include "store/detail/sql_work_store.hpp"

namespace nucong::store {

Result<std::unique_ptr<app::Store>> open(std::string_view url, OpenMode mode) {
  TRY(auto engine, connect(url, mode));
  return Result<std::unique_ptr<app::Store>>(std::make_unique<SqlStore>(std::move(engine)));
}

Result<std::unique_ptr<app::AccountStore>> open_accounts(std::string_view url, OpenMode mode,
                                                         app::Digest digest) {
  TRY(auto engine, connect(url, mode));
  return Result<std::unique_ptr<app::AccountStore>>(
      std::make_unique<SqlAccountStore>(std::move(engine), std::move(digest)));
}

Result<std::unique_ptr<app::WorkStore>> open_work(std::string_view url, OpenMode mode) {
  TRY(auto engine, connect(url, mode));
  return Result<std::unique_ptr<app::WorkStore>>(std::make_unique<SqlWorkStore>(std::move(engine)));
}

}  // namespace nucong::store
