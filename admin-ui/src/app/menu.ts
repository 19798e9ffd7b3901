import AccountTree from '@mui/icons-material/AccountTreeOutlined';
import AccountBalance from '@mui/icons-material/AccountBalanceOutlined';
import Article from '@mui/icons-material/ArticleOutlined';
import Campaign from '@mui/icons-material/CampaignOutlined';
import Checklist from '@mui/icons-material/ChecklistOutlined';
import ChatBubble from '@mui/icons-material/ForumOutlined';
import DataObject from '@mui/icons-material/DataObjectOutlined';
import FactCheck from '@mui/icons-material/FactCheckOutlined';
import Gavel from '@mui/icons-material/GavelOutlined';
import FolderOpen from '@mui/icons-material/FolderOpenOutlined';
import Group from '@mui/icons-material/GroupOutlined';
import History from '@mui/icons-material/HistoryOutlined';
import Hub from '@mui/icons-material/HubOutlined';
import Home from '@mui/icons-material/SpaceDashboardOutlined';
import Inbox from '@mui/icons-material/InboxOutlined';
import Key from '@mui/icons-material/VpnKeyOutlined';
import Label from '@mui/icons-material/LabelOutlined';
import ListAlt from '@mui/icons-material/ListAltOutlined';
import MenuBook from '@mui/icons-material/MenuBookOutlined';
import Pending from '@mui/icons-material/PendingActionsOutlined';
import PhoneIphone from '@mui/icons-material/PhoneIphoneOutlined';
import Rocket from '@mui/icons-material/RocketLaunchOutlined';
import Insights from '@mui/icons-material/InsightsOutlined';
import HelpOutline from '@mui/icons-material/QuestionMarkOutlined';
import QuestionAnswer from '@mui/icons-material/QuestionAnswerOutlined';
import SupportAgent from '@mui/icons-material/SupportAgentOutlined';
import Settings from '@mui/icons-material/TuneOutlined';
import Shield from '@mui/icons-material/ShieldOutlined';
import ShortText from '@mui/icons-material/ShortTextOutlined';
import Psychology from '@mui/icons-material/PsychologyOutlined';
import School from '@mui/icons-material/ModelTrainingOutlined';
import type { SvgIconComponent } from '@mui/icons-material';

export interface MenuItem {
  path: string;
  /** i18n key. */
  label: string;
  icon: SvgIconComponent;
  permission?: string;
}
export interface MenuGroup {
  /** i18n key; the first group has no title. */
  label: string | null;
  items: MenuItem[];
}

const item = (path: string, label: string, icon: SvgIconComponent, permission?: string): MenuItem => ({ path, label, icon, ...(permission && { permission }) });

/** The left menu, by job. An entry appears when its page exists and the person may open it. */
export const menu: MenuGroup[] = [
  { label: null, items: [item('/', 'app.menu.workbench', Home)] },
  {
    label: 'app.menu.groupServices',
    items: [
      item('/services', 'app.menu.services', ListAlt, 'config.read'),
      item('/forms', 'app.menu.forms', Article, 'config.read'),
      item('/workflows', 'app.menu.workflows', AccountTree, 'config.read'),
      item('/dictionaries', 'app.menu.dictionaries', MenuBook, 'config.read'),
    ],
  },
  {
    label: 'app.menu.groupUnderstanding',
    items: [
      item('/intents', 'app.menu.intents', ChatBubble, 'config.read'),
      item('/slots', 'app.menu.slots', Label, 'config.read'),
      item('/utterances', 'app.menu.utterances', ShortText, 'corpus.read'),
      item('/training', 'app.menu.training', School, 'training.read'),
      item('/models', 'app.menu.models', Psychology, 'models.read'),
      item('/base-models', 'app.menu.baseModels', Hub, 'models.read'),
    ],
  },
  { label: 'app.menu.groupKnowledge', items: [item('/policies', 'app.menu.policies', Gavel, 'config.read'), item('/faqs', 'app.menu.faqs', QuestionAnswer, 'config.read'), item('/push', 'app.menu.push', Campaign, 'push.read')] },
  {
    label: 'app.menu.groupRelease',
    items: [
      item('/release', 'app.menu.release', Rocket, 'release.read'),
      item('/release/history', 'app.menu.releaseHistory', History, 'release.read'),
      item('/preview', 'app.menu.preview', PhoneIphone, 'preview.use'),
    ],
  },
  {
    label: 'app.menu.groupCases',
    items: [
      item('/tasks', 'app.menu.tasks', Inbox, 'cases.handle'),
      item('/cases', 'app.menu.cases', FolderOpen, 'cases.read'),
      item('/desk', 'app.menu.desk', SupportAgent, 'desk.handle'),
    ],
  },
  {
    label: 'app.menu.groupOperation',
    items: [
      item('/unanswered', 'app.menu.unanswered', HelpOutline, 'corpus.read'),
      item('/assistant-stats', 'app.menu.assistantStats', Insights, 'config.read'),
      item('/dialog-tests', 'app.menu.dialogTests', Checklist, 'config.read'),
    ],
  },
  {
    label: 'app.menu.groupSystem',
    items: [
      item('/users', 'app.menu.users', Group, 'access.manage'),
      item('/org', 'app.menu.org', AccountBalance, 'org.read'),
      item('/api-keys', 'app.menu.apiKeys', Key, 'access.manage'),
      item('/operations', 'app.menu.operations', Pending, 'operations.read'),
      item('/audit', 'app.menu.audit', FactCheck, 'audit.read'),
      item('/privacy', 'app.menu.privacy', Shield, 'privacy.manage'),
      item('/settings', 'app.menu.settings', Settings, 'settings.manage'),
    ],
  },
];

/** Icon of a kind of configuration, for search results and pickers. */
export const kindIcons: Record<string, SvgIconComponent> = {
  service: ListAlt,
  form: Article,
  workflow: AccountTree,
  dictionary: MenuBook,
  intent: ChatBubble,
  slot: Label,
  model: Psychology,
};
export const otherIcon: SvgIconComponent = DataObject;
