-- The government's website is a place of its own beside this portal: S004 counts 1,297 of 1,760 records there (O-02).
ALTER TABLE record_channels DROP CONSTRAINT record_channels_channel_check;
ALTER TABLE record_channels ADD CONSTRAINT record_channels_channel_check
  CHECK (channel IN ('portal', 'website', 'gazette', 'microblog', 'wechat', 'bulletinBoard', 'hallTerminal', 'library', 'newspaper', 'television', 'pressConference'));
